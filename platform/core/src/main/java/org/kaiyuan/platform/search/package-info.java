/**
 * Search (检索): the one door to Elasticsearch, and the third wall that keeps zones apart.
 *
 * <p>Others may use what lies in this package: they describe what they look for in its own words, and
 * {@code SearchDoor} adds the current tenant's routing and filter to every
 * request. What Chinese names look like to a person who searches is known to the named interface
 * {@code names}. Indexes are called {@code <prefix><word>-<n>} behind the alias {@code <prefix><word>}.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform.tenancy", "platform.refusal", "platform.persistence"})
@NullMarked
package org.kaiyuan.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
