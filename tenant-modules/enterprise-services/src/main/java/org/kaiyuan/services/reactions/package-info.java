/** What follows when something happened to a case or a service, and what comes due by itself. */
@NullMarked
package org.kaiyuan.services.reactions;

import org.jspecify.annotations.NullMarked;
