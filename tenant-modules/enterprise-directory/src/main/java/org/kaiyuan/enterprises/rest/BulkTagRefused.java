package org.kaiyuan.enterprises.rest;

import org.kaiyuan.platform.refusal.Refusal;

/** 「…请用 enterprises 列出企业的 id，或用 all=true…」 */
final class BulkTagRefused extends Refusal {
    BulkTagRefused() {
        super("enterprises.refusal.bulkTag");
    }
}
