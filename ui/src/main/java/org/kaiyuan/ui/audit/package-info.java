/** The pages of the audit trail (审计). */
@NullMarked
package org.kaiyuan.ui.audit;

import org.jspecify.annotations.NullMarked;
