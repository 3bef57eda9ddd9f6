package kr.dure.api.pos;

/**
 * How a JSON Web Key (RFC 7517) of the curve P-256 is written: {@link QrResource#key} answers with one.
 *
 * @param kty {@code EC}
 * @param crv {@code P-256}
 * @param x base64url, of 32 bytes
 * @param y base64url, of 32 bytes
 */
record QrKey(String kty, String crv, String x, String y) {}
