/**
 * What happens, told as it happens: server-sent events (the HTML Standard, 9.2) of a wallet and of a shop.
 *
 * <ol>
 *   <li>An event's id is its position in the log. Whoever comes back with {@code Last-Event-ID} gets everything after it
 *       first, then what happens from now on, once and in order, whatever was restarted meanwhile.
 *   <li>Every 15 seconds a comment shows that the line lives, and an id without data moves {@code Last-Event-ID} on: who
 *       hears little does not fall back far. A wallet's past is found however long it is; a shop's by reading the log, and
 *       only so far back, for these are notices: what is owed and paid, statements and settlements say.
 *   <li>One thread reads the log for all listeners. A listener that hears nothing keeps no thread and no connection to the
 *       database.
 *   <li>What a listener does not read waits in a small buffer of its own, and then in the log. Whoever reads nothing for
 *       a while is cut off.
 *   <li>A stream ends with the token that opened it.
 * </ol>
 */
@NullMarked
package kr.dure.api.live;

import org.jspecify.annotations.NullMarked;
