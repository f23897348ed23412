/** Pages of the life of tenants (租户): the operator's, the tenant's own, and the one where a park applies. */
@NullMarked
package org.kaiyuan.ui.tenants;

import org.jspecify.annotations.NullMarked;
