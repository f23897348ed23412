/**
 * Saved views (视图): questions that people keep under a name, for themselves or for all of their zone.
 *
 * <p>Others may use what lies in this package: a module keeps its views in a table of its own, {@code
 * <word>.saved_view}, through a {@link org.kaiyuan.platform.views.ViewStore}, and adds its permission and its kind
 * of question. Messages begin with {@code views}.
 *
 * @see <a href="../../../../../../../../docs/decisions/0029-one-import-one-shelf-of-views.md">decision 0029</a>
 */
@ApplicationModule(
        displayName = "Saved views",
        allowedDependencies = {
            "platform.tenancy",
            "platform.persistence",
            "platform.refusal",
            "platform.audit"
        })
@NullMarked
package org.kaiyuan.platform.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
