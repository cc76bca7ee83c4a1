/** A later part of the widget, by the SHA-256 of its bytes in base64; its file stands beside the script. */
export type Chunk = string;

/**
 * Loads a part of the widget, from the script's own folder and only with the bytes that were built. `import()` itself
 * knows no integrity: an element that does fetches the module first, and `import()` then finds it in the page's module
 * map. A preload is no sink of Trusted Types; browsers that cannot preload modules have no Trusted Types either.
 */
export async function loadChunk<Part>(document: Document, base: string, chunk: Chunk): Promise<Part> {
  const address = new URL(`${chunk.replace(/\W/g, "").slice(0, 16)}.js`, base).href;
  await new Promise<void>((loaded, failed) => {
    const link = document.createElement("link");
    const isKnown = link.relList.supports("modulepreload");
    const fetched = Object.assign(
      isKnown ? link : document.createElement("script"),
      isKnown ? { rel: "modulepreload", href: address } : { type: "module", src: address },
      {
        integrity: `sha256-${chunk}`,
        crossOrigin: "",
        onload: () => loaded(fetched.remove()),
        onerror: () => {
          fetched.remove();
          failed(address);
        },
      },
    );
    document.head.append(fetched);
  });
  return import(address) as Promise<Part>;
}
