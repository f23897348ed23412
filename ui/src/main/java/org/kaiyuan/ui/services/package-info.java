/** Enterprise services on pages: the catalogue, the desk and the portal. */
@NullMarked
package org.kaiyuan.ui.services;

import org.jspecify.annotations.NullMarked;
