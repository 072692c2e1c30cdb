// Packs a folder, on any system:  node .ci/pack.mjs tar|zip FOLDER >ARCHIVE
// Names begin with the folder's own. Sorted, without owners and with one date for all: the same files give the same
// bytes. tar is not yet compressed: gzip does that alike everywhere, zlib in Node does not.
// Formats: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar) and
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (zip), read 2026-11-30.
import { readFileSync, readdirSync, statSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { deflateRawSync } from "node:zlib";

const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Folders before what is in them.
function entries(folder, name = basename(folder)) {
  const found = [{ name: `${name}/`, mode: 0o755, bytes: Buffer.alloc(0), isFolder: true }];
  for (const child of readdirSync(folder).sort(byCode)) {
    const path = join(folder, child);
    const about = statSync(path);
    if (about.isDirectory()) found.push(...entries(path, `${name}/${child}`));
    // Windows knows no right to run: there the ending says it.
    else found.push({ name: `${name}/${child}`, mode: about.mode & 0o100 || child.endsWith(".exe") ? 0o755 : 0o644, bytes: readFileSync(path), isFolder: false });
  }
  return found;
}

function tarHeader({ name, mode, bytes, isFolder }) {
  const header = Buffer.alloc(512);
  const path = Buffer.from(name);
  if (path.length > 100) throw new Error(`pack: the name is too long for ustar: ${name}`);
  path.copy(header);
  const octal = (value, at, length) => header.write(value.toString(8).padStart(length - 1, "0"), at);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(bytes.length, 124, 12);
  octal(0, 136, 12);
  header.write(isFolder ? "5" : "0", 156);
  header.write("ustar\0" + "00", 257);
  // The sum is taken with blanks in its own place.
  header.write("        ", 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

function tar(files) {
  const parts = files.flatMap((file) => [tarHeader(file), file.bytes, Buffer.alloc((512 - (file.bytes.length % 512)) % 512)]);
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

// The sum of zip. Node has it too, but only since 20.15.
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});
const crc32 = (bytes) => ~bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8), -1) >>> 0;

// The first day that zip knows.
const ZIP_DAY = (1 << 5) | 1;

function zip(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const { name, mode, bytes, isFolder } of files) {
    const path = Buffer.from(name);
    const packed = isFolder ? bytes : deflateRawSync(bytes, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // what can unpack it: 2.0
    common.writeUInt16LE(1 << 11, 2); // names are UTF-8
    common.writeUInt16LE(isFolder ? 0 : 8, 4);
    common.writeUInt16LE(ZIP_DAY, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((((isFolder ? 0o040000 : 0o100000) | mode) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    const made = Buffer.from([20, 3]); // by 2.0 on Unix: the right to run is kept
    parts.push(Buffer.from("PK\x03\x04"), common, path, packed);
    list.push(Buffer.from("PK\x01\x02"), made, common, rest, path);
    at += 4 + common.length + path.length + packed.length;
  }
  const size = list.reduce((total, part) => total + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...list, Buffer.from("PK\x05\x06"), end]);
}

const [format, folder] = process.argv.slice(2);
const pack = { tar, zip }[format];
if (!pack || !folder) {
  console.error("Usage: node .ci/pack.mjs tar|zip FOLDER >ARCHIVE");
  process.exit(2);
}
const packed = pack(entries(folder));
// A pipe takes what it can, and sometimes nothing for a moment.
for (let at = 0; at < packed.length; ) {
  try {
    at += writeSync(1, packed, at);
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;
  }
}
