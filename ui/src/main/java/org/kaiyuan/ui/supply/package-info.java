/** The pages of land supply: contracts, idle ground, ledgers (供地监管). */
@NullMarked
package org.kaiyuan.ui.supply;

import org.jspecify.annotations.NullMarked;
