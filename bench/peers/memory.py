"""`python3 memory.py SIZE CALLS`: what tasks.ts prints, of joblib.Memory."""
import os
import sys
import time

from joblib import Memory

memory = Memory(os.environ["BENCH_FOLDER"], verbose=0)


@memory.cache
def text(id, size):
    return {"id": id, "text": f"{id} ".ljust(size, "s")}


size, calls = int(sys.argv[1]), int(sys.argv[2])
text(0, size)
start = time.perf_counter()
for id in range(1, calls + 1):
    text(id, size)
print((time.perf_counter() - start) / calls * 1e6)
