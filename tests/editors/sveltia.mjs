// Sveltia CMS with its test repository, which it keeps in the file system of the browser.

export const PROGRAM = "@sveltia/cms/dist/sveltia-cms.js";
/** Whether its form has what is awaited. */
export const CLOCKS = false;

/** Puts the files where the editor looks for them. */
export async function seed(page, origin, files) {
  await page.goto(`${origin}/none`);
  await page.evaluate(async (files) => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test", { create: true });
    for (const [path, content] of Object.entries(files)) {
      const names = path.split("/");
      let folder = root;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await (await folder.getFileHandle(names.at(-1), { create: true })).createWritable();
      await file.write(content);
      await file.close();
    }
  }, files);
}

export async function enter(page) {
  await page.getByRole("button", { name: /Work with Test/ }).click();
  await page.getByRole("button", { name: "Create New Entry" }).first().waitFor();
}

const field = (page, key) => page.locator(`section[data-key-path="${key}"], section[data-key-path$=".${key}"]`).first();

export const text = (page, key, value) => field(page, key).locator("input, textarea").first().fill(value);
export const day = text;

/** A short list is there as buttons, a long one opens. */
export async function choose(page, key, shown) {
  await field(page, key).getByRole("combobox").or(field(page, key).getByRole("radiogroup")).first().waitFor();
  if ((await field(page, key).getByRole("radiogroup").count()) > 0) return field(page, key).getByRole("radio", { name: shown, exact: true }).click();
  await field(page, key).getByRole("combobox").click();
  await page.getByRole("option", { name: shown, exact: true }).first().click();
}

export async function name(page, key, shown) {
  await field(page, key).getByRole("checkbox", { name: shown }).click();
}

export async function add(page, label) {
  await page.getByRole("button", { name: new RegExp(`Add .?${label}`) }).click();
}

export async function save(page) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

/** The files as they are now. */
export const files = (page) =>
  page.evaluate(async () => {
    const found = {};
    const walk = async (folder, path) => {
      for await (const [name, entry] of folder.entries()) {
        if (entry.kind === "directory") await walk(entry, `${path}${name}/`);
        else found[path + name] = await (await entry.getFile()).text();
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test"), "");
    return found;
  });
