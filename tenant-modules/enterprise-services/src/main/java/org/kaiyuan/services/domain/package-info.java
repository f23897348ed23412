/** Rules of services and of the clock, without database. */
@NullMarked
package org.kaiyuan.services.domain;

import org.jspecify.annotations.NullMarked;
