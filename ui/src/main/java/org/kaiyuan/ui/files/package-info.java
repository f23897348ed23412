/** Attachments (附件) on the pages of records: brought by drag and drop, fetched, looked at, removed. */
@NullMarked
package org.kaiyuan.ui.files;

import org.jspecify.annotations.NullMarked;
