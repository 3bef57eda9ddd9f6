/** The subcommands of {@code dure}, one file each. They speak with people; the work is done elsewhere. */
@NullMarked
package kr.dure.ops.cli;

import org.jspecify.annotations.NullMarked;
