package org.kaiyuan.platform.access;

import org.kaiyuan.platform.refusal.NotThere;

/** 「本园区没有这个接口客户端…」 */
public final class UnknownApiClient extends NotThere {
    public UnknownApiClient() {
        super("access.refusal.client.unknown");
    }
}
