package kr.dure.ops.demo;

/** What is left in the hand after a payment. */
record Receipt(String payment, Purse purse, Shop shop, long amount) {}
