/** How well people find names: questions with known answers, made from any list of names. */
@NullMarked
package org.kaiyuan.bench.quality;

import org.jspecify.annotations.NullMarked;
