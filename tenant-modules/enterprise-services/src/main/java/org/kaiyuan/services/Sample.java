package org.kaiyuan.services;

import org.kaiyuan.platform.files.FileId;

/** A filled-in sample of a material, a file of the service. */
public record Sample(FileId file, String name) {}
