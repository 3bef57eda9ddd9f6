/**
 * What resources say of themselves beyond what their code says already, for whoever builds a client: the OpenAPI document is
 * made of the code and of this.
 *
 * <ol>
 *   <li>A resource's method names the problems that it can answer with, in order of precedence: {@link Refuses}.
 *   <li>A type of a request says which values it takes: {@link Shape}.
 *   <li>What is said to people stands in {@code operations.txt}, {@code fields.txt} and {@code features.txt} of
 *       {@code kr.dure.api.openapi}, Korean first.
 * </ol>
 */
@NullMarked
package kr.dure.api.contract;

import org.jspecify.annotations.NullMarked;
