/** The frame around every page (外壳): navigation, search, notices, language, sign-in, faults. */
@NullMarked
package org.kaiyuan.ui.shell;

import org.jspecify.annotations.NullMarked;
