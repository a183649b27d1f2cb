//! Smaller pictures: each way by itself, by a cubic filter (Catmull and Rom's), in whole numbers, so that every machine
//! gives the same pixels.

use image::{DynamicImage, GrayImage, RgbImage, RgbaImage};

/// The weights of a filter add up to this.
const ONE: i32 = 1 << 14;

/// What one pixel of the result takes from a row or column of the source: from where on, and how much of each.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

/// A picture at another size, px; neither side may be 0.
pub(crate) fn resized(image: &DynamicImage, width_px: u32, height_px: u32) -> DynamicImage {
    let from = (image.width() as usize, image.height() as usize);
    let to = (width_px as usize, height_px as usize);
    match image {
        DynamicImage::ImageLuma8(grey) => {
            let pixels = scaled::<1>(grey.as_raw(), from, to);
            whole(GrayImage::from_raw(width_px, height_px, pixels)).into()
        }
        DynamicImage::ImageRgba8(rgba) => {
            let pixels = faded(scaled::<4>(&covered(rgba.as_raw()), from, to));
            whole(RgbaImage::from_raw(width_px, height_px, pixels)).into()
        }
        other => {
            let pixels = scaled::<3>(other.to_rgb8().as_raw(), from, to);
            whole(RgbImage::from_raw(width_px, height_px, pixels)).into()
        }
    }
}

/// An image of pixels that were worked out for its very sides.
fn whole<T: Default>(made: Option<T>) -> T {
    debug_assert!(made.is_some(), "as many pixels as the sides take");
    made.unwrap_or_default()
}

/// Colours times how much they cover, so that what cannot be seen lends no colour to its neighbours.
fn covered(pixels: &[u8]) -> Vec<u8> {
    let times = |colour: u8, alpha: u8| ((u32::from(colour) * u32::from(alpha) + 127) / 255) as u8;
    pixels.chunks_exact(4).flat_map(|p| [times(p[0], p[3]), times(p[1], p[3]), times(p[2], p[3]), p[3]]).collect()
}

/// And back.
fn faded(mut pixels: Vec<u8>) -> Vec<u8> {
    for pixel in pixels.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for colour in &mut pixel[..3] {
            *colour = (u32::from(*colour) * 255 + alpha / 2).checked_div(alpha).map_or(0, |it| it.min(255) as u8);
        }
    }
    pixels
}

fn scaled<const CHANNELS: usize>(pixels: &[u8], from: (usize, usize), to: (usize, usize)) -> Vec<u8> {
    let narrow = if from.0 == to.0 { pixels.to_vec() } else { across::<CHANNELS>(pixels, from, to.0) };
    if from.1 == to.1 { narrow } else { down::<CHANNELS>(&narrow, to.0, from.1, to.1) }
}

/// Every row at another width.
fn across<const CHANNELS: usize>(pixels: &[u8], (width, height): (usize, usize), to_width: usize) -> Vec<u8> {
    let taps = taps(width, to_width);
    let mut out = Vec::with_capacity(to_width * height * CHANNELS);
    for row in pixels.chunks_exact(width * CHANNELS) {
        for tap in &taps {
            let mut sums = [ONE / 2; CHANNELS];
            for (pixel, weight) in row[tap.first * CHANNELS..].chunks_exact(CHANNELS).zip(&tap.weights) {
                for (sum, value) in sums.iter_mut().zip(pixel) {
                    *sum += i32::from(*value) * weight;
                }
            }
            out.extend(sums.map(byte));
        }
    }
    out
}

/// Every column at another height.
fn down<const CHANNELS: usize>(pixels: &[u8], width: usize, height: usize, to_height: usize) -> Vec<u8> {
    let row_len = width * CHANNELS;
    let mut out = Vec::with_capacity(row_len * to_height);
    let mut sums = vec![0; row_len];
    for tap in taps(height, to_height) {
        sums.fill(ONE / 2);
        for (row, weight) in pixels[tap.first * row_len..].chunks_exact(row_len).zip(&tap.weights) {
            for (sum, value) in sums.iter_mut().zip(row) {
                *sum += i32::from(*value) * weight;
            }
        }
        out.extend(sums.iter().map(|sum| byte(*sum)));
    }
    out
}

fn byte(sum: i32) -> u8 {
    (sum / ONE).clamp(0, 255) as u8
}

fn taps(from: usize, to: usize) -> Vec<Taps> {
    let scale = from as f64 / to as f64;
    // Where it gets smaller, the filter spans as many pixels more.
    let stretch = scale.max(1.0);
    (0..to).map(|at| tap((at as f64 + 0.5) * scale, stretch, from)).collect()
}

fn tap(centre: f64, stretch: f64, from: usize) -> Taps {
    let first = ((centre - 2.0 * stretch).floor().max(0.0) as usize).min(from - 1);
    let last = ((centre + 2.0 * stretch).ceil() as usize).clamp(first + 1, from);
    let weights: Vec<f64> = (first..last).map(|at| cubic((at as f64 + 0.5 - centre) / stretch)).collect();
    let sum: f64 = weights.iter().sum();
    let mut weights: Vec<i32> = weights.iter().map(|weight| (weight / sum * f64::from(ONE)).round() as i32).collect();
    // What rounding lost goes to the heaviest, so that plain areas stay plain.
    let lost = ONE - weights.iter().sum::<i32>();
    if let Some(heaviest) = weights.iter_mut().max() {
        *heaviest += lost;
    }
    Taps { first, weights }
}

/// Catmull and Rom's filter: nothing but sums and products, which are the same everywhere.
fn cubic(x: f64) -> f64 {
    let x = x.abs();
    if x < 1.0 {
        (1.5 * x - 2.5) * x * x + 1.0
    } else if x < 2.0 {
        ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, Rgba};

    #[test]
    fn plain_areas_stay_as_they_are() {
        let plain = DynamicImage::from(GrayImage::from_pixel(97, 53, Luma([137])));
        for (width, height) in [(1, 1), (40, 53), (97, 7), (13, 11), (96, 52)] {
            let small = resized(&plain, width, height).into_luma8();
            assert_eq!(small.dimensions(), (width, height));
            assert!(small.pixels().all(|pixel| pixel.0 == [137]));
        }
    }

    #[test]
    fn what_cannot_be_seen_lends_no_colour() {
        let half =
            RgbaImage::from_fn(64, 8, |x, _| if x < 32 { Rgba([200, 10, 10, 255]) } else { Rgba([0, 255, 0, 0]) });
        let small = resized(&half.into(), 9, 2).into_rgba8();
        assert!(small.pixels().all(|pixel| pixel.0[3] < 16 || pixel.0[1] < 40), "{small:?}");
    }

    #[test]
    fn a_slope_stays_a_slope() {
        let slope = GrayImage::from_fn(256, 1, |x, _| Luma([x as u8]));
        let small = resized(&slope.into(), 64, 1).into_luma8();
        let wanted = |x: i32| x * 4 + 1;
        let inner = small.pixels().enumerate().skip(2).take(60);
        for (x, pixel) in inner {
            assert!((i32::from(pixel.0[0]) - wanted(x as i32)).abs() <= 2, "{x}: {pixel:?}");
        }
    }
}
