/** What a lead is, and the rules that it keeps to. */
@NullMarked
package org.kaiyuan.leads.domain;

import org.jspecify.annotations.NullMarked;
