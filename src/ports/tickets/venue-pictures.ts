/** Logo and access plan of a venue, small enough that a ticket stays under 100 KB. */
export interface VenuePictures {
  of(venueId: number): Promise<{ readonly logo?: Buffer | undefined; readonly plan?: Buffer | undefined }>;
}
