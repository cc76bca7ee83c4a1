// Documents made to hurt whoever reads them.
import { deflateRawSync, deflateSync } from "node:zlib";

/** A zip archive of these entries, without checksums; `declared` is what it says that the last one unpacks to. */
export function zip(entries: Record<string, Uint8Array>, declared?: number): Uint8Array {
  const [files, directory] = [[] as Buffer[], [] as Buffer[]];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(declared ?? content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 10, 8, 30);
    entry.writeUInt16LE(0, 30);
    entry.writeUInt32LE(offset, 42);
    files.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

/** A PDF of one page whose content is this, packed. */
export function packedPdf(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content, { level: 9 });
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>",
  ].map((text, i) => `${i + 1} 0 obj\n${text}\nendobj\n`);
  const stream = `4 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`;
  const end = "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";
  return Buffer.concat([Buffer.from(`%PDF-1.4\n${objects.join("")}${stream}`), packed, Buffer.from(end)]);
}

// The least a reader has to see to ask for a password.
export const ENCRYPTED_PDF = `%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>
endobj
4 0 obj
<</Filter/Standard/V 1/R 2/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>
endobj
trailer
<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>
%%EOF`;
