/** The pages of who runs the platform (平台运营): they show how it does, and nothing of what zones keep. */
@NullMarked
package org.kaiyuan.ui.operate;

import org.jspecify.annotations.NullMarked;
