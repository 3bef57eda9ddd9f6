/**
 * The OpenAPI 3.1 document of the whole interface, at {@code /api/v1/openapi.json}, for everybody.
 *
 * <ol>
 *   <li>It is made of the resources as they are served, when it is first asked for: paths and parameters of Spring's own
 *       mapping, bodies of the records that are read and written, what is required of {@code @Nullable}, and what each
 *       operation can be refused with of {@link kr.dure.api.contract.Refuses}. Nothing is written twice.
 *   <li>Every schema is closed, and each code of a problem stands at the operations that answer with it.
 *   <li>What people read – Korean, then English – and the examples stand in three files beside this one. What a resource
 *       lacks there is listed by name ({@link kr.dure.api.openapi.ApiDocument#lacks}), and a test wants that list empty.
 * </ol>
 */
@NullMarked
package kr.dure.api.openapi;

import org.jspecify.annotations.NullMarked;
