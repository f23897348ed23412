/** The pages of background work (后台任务). */
@NullMarked
package org.kaiyuan.ui.jobs;

import org.jspecify.annotations.NullMarked;
