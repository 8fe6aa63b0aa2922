export class Twin {
  value = 1;
}
