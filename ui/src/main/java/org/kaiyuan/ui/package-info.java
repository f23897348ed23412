/**
 * What people see (界面): Vaadin views, one package per word, and the main class.
 *
 * <p>Views are widgets and one call down; rules live behind the front doors of the modules.
 */
@ApplicationModule(displayName = "User interface", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.kaiyuan.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
