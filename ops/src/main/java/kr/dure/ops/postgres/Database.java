package kr.dure.ops.postgres;

/**
 * The ledger's database.
 *
 * @param url for JDBC, without user or password
 * @param owner owns the schema and migrates it
 * @param app runs: reads and writes what it was granted, and creates nothing
 */
public record Database(String url, Login owner, Login app) {}
