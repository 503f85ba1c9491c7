// Decap CMS with its test repository, which it keeps in a variable of the page.

export const PROGRAM = "decap-cms/dist/decap-cms.js";
/** Whether its form has what is awaited. */
export const CLOCKS = true;

/** Puts the files where the editor looks for them. */
export async function seed(page, _origin, files) {
  await page.addInitScript((files) => {
    const root = {};
    for (const [path, content] of Object.entries(files)) {
      const [top, folder, name] = path.split("/");
      root[top] ??= {};
      root[top][folder] ??= {};
      root[top][folder][name] = { content };
      // Lists are read from a folder by its whole path, entries one folder after the other.
      root[`${top}/${folder}`] = root[top][folder];
    }
    window.repoFiles = root;
  }, files);
}

export async function enter(page) {
  await page.getByRole("button", { name: "Login" }).click();
  await page.getByText("Collections", { exact: true }).first().waitFor();
}

const input = (page, key) => page.locator(`[id^="${key}-field-"]`).first();

export const text = (page, key, value) => input(page, key).fill(value);
export const day = text;

export async function choose(page, key, shown) {
  await input(page, key).fill(shown);
  await page.getByRole("option", { name: shown, exact: true }).first().click();
}
export const name = choose;

export async function add(page, label) {
  await page.getByRole("button", { name: `Add ${label.toLowerCase()}` }).click();
}

export async function save(page) {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Publish now", { exact: true }).click();
}

/** The files as they are now. */
export const files = (page) =>
  page.evaluate(() => {
    const found = {};
    for (const [folder, names] of Object.entries(window.repoFiles.content)) {
      for (const [name, file] of Object.entries(names)) found[`content/${folder}/${name}`] = file.content;
    }
    return found;
  });
