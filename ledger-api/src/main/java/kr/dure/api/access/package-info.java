/**
 * Who may do what.
 *
 * <ol>
 *   <li>Every request carries a bearer token (RFC 6750), whose subject names a role and whom it belongs to:
 *       {@code resident:R00001}, {@code merchant:M0001}, {@code clerk:M0001/kim}, {@code officer:lee}.
 *   <li>A resident sees and moves their own wallet and nothing else; a merchant and its clerks what concerns that shop.
 *   <li>An auditor reads everything and changes nothing.
 * </ol>
 */
@NullMarked
package kr.dure.api.access;

import org.jspecify.annotations.NullMarked;
