/** What pages are made of (组件): lists, filters, badges, figures, timelines, progress. */
@NullMarked
package org.kaiyuan.ui.kit;

import org.jspecify.annotations.NullMarked;
