/** Tenants over HTTP (接口): thin, through the same use cases as the pages. */
@NullMarked
package org.kaiyuan.platform.tenants.rest;

import org.jspecify.annotations.NullMarked;
