/**
 * The ledger, served over HTTP: Spring Boot carries web and security, on Jetty with a virtual thread for each request.
 * What it serves comes from the {@link kr.dure.ops.node.Node}; nothing of the ledger is found by scanning.
 */
@NullMarked
package kr.dure.ops.serve;

import org.jspecify.annotations.NullMarked;
