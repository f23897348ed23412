/** What happened to a record and what people say about it (动态与讨论), beside the record's page. */
@NullMarked
package org.kaiyuan.ui.timeline;

import org.jspecify.annotations.NullMarked;
