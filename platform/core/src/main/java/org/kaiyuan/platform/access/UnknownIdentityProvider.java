package org.kaiyuan.platform.access;

import org.kaiyuan.platform.refusal.NotThere;

/** 「本园区没有设置统一身份登录…」 */
public final class UnknownIdentityProvider extends NotThere {
    public UnknownIdentityProvider() {
        super("access.refusal.sso.none");
    }
}
