package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这项服务…」 */
public final class UnknownService extends NotThere {
    public UnknownService() {
        super("services.refusal.unknownService");
    }
}
