// Run as a process of its own: reads a record as JSON from standard input and prints the SHA-256 of its PDF.
import { createHash } from "node:crypto";
import { text } from "node:stream/consumers";
import { CertificateRecordSchema } from "#app/domain/certificate-record.ts";
import { renderCertificate } from "#app/issuing/render-certificate.server.ts";

const record = CertificateRecordSchema.parse(JSON.parse(await text(process.stdin)));
process.stdout.write(
  createHash("sha256")
    .update(await renderCertificate(record))
    .digest("hex"),
);
