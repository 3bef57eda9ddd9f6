/**
 * Four eyes: what one person proposes and another approves, in one way whatever it is.
 *
 * <ol>
 *   <li>A proposal is a whole request, kept as it came, with the SHA-256 of its content. It never changes; who wants
 *       another one withdraws it and proposes anew.
 *   <li>An approval is an act of its own over that digest, by another person than the proposer, known by their name
 *       whatever their role, and by nobody who would get the money.
 *   <li>What is approved is handed to the ledger under an operation id made of proposal and attempt, not of the approver's
 *       key: it happens once, whoever asks again and whoever dies in between.
 *   <li>A refusal by the ledger ends the attempt and leaves the proposal open: the town may change, and the next attempt is
 *       another operation. An attempt of which nobody knows the end is ended before the next one: it has happened, or its
 *       id is taken so that it never will.
 *   <li>What is turned away before it is proposed, because the town or the book says no just then, claims no key: the same
 *       request may be sent again when that has changed.
 * </ol>
 */
@NullMarked
package kr.dure.api.approval;

import org.jspecify.annotations.NullMarked;
