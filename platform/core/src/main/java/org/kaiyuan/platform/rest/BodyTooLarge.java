package org.kaiyuan.platform.rest;

import org.kaiyuan.platform.refusal.Refusal;

/** 「请求内容超过 16 MB」 */
final class BodyTooLarge extends Refusal {
    BodyTooLarge() {
        super("rest.refusal.bodyTooLarge");
    }

    @Override
    public Kind kind() {
        return Kind.TOO_MUCH;
    }
}
