/** The part of Selenium that the journeys use; the package brings no types. */
declare module "selenium-webdriver" {
  export class Capabilities {
    constructor(wanted: Readonly<Record<string, unknown>>);
  }
  export class Builder {
    usingServer(address: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }
  export interface WebDriver {
    get(address: string): Promise<void>;
    /** The function runs in the page. */
    executeScript<T>(script: string | ((...given: never[]) => unknown), ...given: unknown[]): Promise<T>;
    manage(): { window(): { setRect(size: { readonly width: number; readonly height: number }): Promise<unknown> } };
    navigate(): { refresh(): Promise<void> };
    quit(): Promise<void>;
  }
  export interface WebElement {
    click(): Promise<void>;
    clear(): Promise<void>;
    sendKeys(text: string): Promise<void>;
    isSelected(): Promise<boolean>;
    getText(): Promise<string>;
  }
}
