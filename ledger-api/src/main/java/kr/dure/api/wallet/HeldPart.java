package kr.dure.api.wallet;

/** What a hold keeps of one pot. */
record HeldPart(PotKey pot, long amount) {}
