package org.kaiyuan.enterprises.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A tag as stored. */
@Embeddable
public record Tag(@Column(name = "tenant_id") long tenantId, String tag) {}
