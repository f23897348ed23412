/**
 * The record as the enterprise itself sees it (本企业档案), for the portal alone. It asks for no permission of
 * the directory, because enterprise people have none; the portal makes sure whose record it is.
 */
@NamedInterface("own")
@NullMarked
package org.kaiyuan.enterprises.own;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
