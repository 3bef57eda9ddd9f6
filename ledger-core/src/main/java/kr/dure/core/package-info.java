/**
 * The ledger of a Korean city's own money: the domain and the log that keeps it.
 *
 * <p>Packages are features. {@code id}, {@code money}, {@code account} and {@code ledger} are what all speak of; {@code
 * merchant}, {@code programme} and {@code wallet} hold the value; {@code participation}, {@code policy}, {@code
 * cleanhouse}, {@code timebank} and {@code fund} move it; {@code settlement} pays it out; {@code journal} derives the
 * double entry; {@code vault} keeps what is personal; {@code eventlog} is the one writer and its log.
 */
@NullMarked
package kr.dure.core;

import org.jspecify.annotations.NullMarked;
