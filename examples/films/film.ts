export interface Film {
  readonly title: string;
  readonly year: number;
  readonly released: Date;
  readonly genre: string | undefined;
  readonly distributor: string | undefined;
  readonly director: string | undefined;
  /** Millions of dollars of the year 2010. */
  readonly budget: number | undefined;
  readonly gross: number | undefined;
  readonly minutes: number | undefined;
  /** Of the IMDB's users, from 0 to 10. */
  readonly rating: number | undefined;
  readonly votes: number | undefined;
}
