/** Imports (导入): what the pages of all imports have in common. */
@NullMarked
package org.kaiyuan.ui.imports;

import org.jspecify.annotations.NullMarked;
