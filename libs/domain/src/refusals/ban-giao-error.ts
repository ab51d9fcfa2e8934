/** What an error tells besides its message. */
export interface ErrorDetail {
  /** The setting, column or argument at fault. */
  readonly field?: string;
  readonly value?: string;
  readonly remedy?: string;
}

/**
 * An error with a stable code that names the field, the value and the remedy.
 * Domain refusals are values (`Refusal`); this is for everything that cannot go on.
 */
export class BanGiaoError extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly value: string | undefined;
  readonly remedy: string | undefined;

  constructor(code: string, message: string, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BanGiaoError';
    this.code = code;
    this.field = detail.field;
    this.value = detail.value;
    this.remedy = detail.remedy;
  }

  /** One line for a terminal: code, message, field, value and remedy. */
  describe(): string {
    const where =
      this.field === undefined ? '' : ` [${this.field}${this.value === undefined ? '' : ` = ${this.value}`}]`;
    return `${this.code}: ${this.message}${where}${this.remedy === undefined ? '' : ` ${this.remedy}`}`;
  }
}
