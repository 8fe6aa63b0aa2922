/** Both colour schemes, as the reader's system has it. Contrasts are at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const pageStyle = `
:root { color-scheme: light dark; --back: #fff; --text: #1c1e21; --soft: #575d66; --line: #c9ced6; --room: #f5f6f8; --hit: #1a7f4b; --miss: #b35900; --bypass: #6f42c1; --link: #0b57d0; --mark: #8a3b00; --markback: #fff1e0; }
@media (prefers-color-scheme: dark) { :root { --back: #15171a; --text: #e8eaed; --soft: #a8afb9; --line: #40464f; --room: #1f2226; --hit: #57c98d; --miss: #f0a04b; --bypass: #b79cf0; --link: #8ab4f8; --mark: #ffc58a; --markback: #3a2712; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } h3 { font-size: .95rem; margin: 0 0 .4rem; }
.soft { color: var(--soft); }
dl.figures { display: flex; flex-wrap: wrap; gap: 2rem; margin: 1rem 0 0; } dl.figures div { display: flex; flex-direction: column-reverse; }
dl.figures dd { margin: 0; font-size: 1.6rem; font-variant-numeric: tabular-nums; } dl.figures dt { color: var(--soft); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
button { font: inherit; color: var(--link); background: none; border: 1px solid transparent; border-radius: 4px; padding: .1rem .3rem; cursor: pointer; text-align: left; }
button:hover { text-decoration: underline; } button[aria-pressed="true"] { border-color: currentColor; }
button:focus-visible, pre:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
.timeline { display: block; width: 100%; height: 120px; background: var(--room); border: 1px solid var(--line); border-radius: 6px; }
.hit { fill: var(--hit); } .miss { fill: var(--miss); } .bypass { fill: var(--bypass); }
.legend span::before { content: "■ "; } .legend .l-hit { color: var(--hit); } .legend .l-miss { color: var(--miss); } .legend .l-bypass { color: var(--bypass); } .legend span { margin-right: 1rem; }
.graph { position: relative; overflow: auto; border: 1px solid var(--line); border-radius: 6px; max-height: 80vh; }
#lines { position: absolute; inset: 0 auto auto 0; pointer-events: none; } #lines path { fill: none; stroke: var(--soft); stroke-opacity: .6; stroke-width: 1.2; }
#rooms { display: flex; gap: 4rem; padding: 1rem; width: max-content; min-width: 100%; }
.column { display: flex; flex-direction: column; gap: 1rem; justify-content: center; }
.room { border: 1px solid var(--line); border-radius: 6px; background: var(--room); padding: .6rem; min-width: 10rem; }
.room h3 { color: var(--soft); font-weight: 600; } .room ul { list-style: none; margin: 0; padding: 0; }
.mark { background: var(--markback); color: var(--mark); border-radius: 3px; padding: 0 .3rem; font-size: .85em; }
button.changed { border-left: 3px solid var(--mark); }
#part { margin-top: 1rem; border: 1px solid var(--line); border-radius: 6px; padding: 1rem; }
pre { background: var(--room); padding: .8rem; overflow: auto; border-radius: 6px; } code { font: 13px/1.5 ui-monospace, monospace; }
`;
