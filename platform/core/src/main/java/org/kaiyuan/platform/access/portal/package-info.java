/**
 * What access does for the portal alone (门户账号): accounts of people who stand for enterprises. It asks for
 * no permission, because whoever registers has none yet; the portal's use cases decide.
 */
@NamedInterface("portal")
@NullMarked
package org.kaiyuan.platform.access.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
